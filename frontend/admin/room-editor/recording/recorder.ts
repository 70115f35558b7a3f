/** Records what is said into the microphone, shows how loud it is, and plays it back. */

/** A recording of one voice; `rate` is the number of samples a second. */
export interface Take {
  readonly samples: Float32Array;
  readonly rate: number;
}

/** Whether this browser has a microphone to offer: some have none, or none for this page. */
export async function hasMicrophone(): Promise<boolean> {
  if (!("MediaRecorder" in globalThis) || !("mediaDevices" in navigator)) return false;
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.some(({ kind }) => kind === "audioinput");
}

export class Recorder {
  private readonly context = new AudioContext();
  private stream: MediaStream | null = null;
  private recorder: MediaRecorder | null = null;
  private playing: AudioBufferSourceNode | null = null;

  /** Begin; `level` hears some times a second how loud it is, from 0 to 1. Rejects where it may not. */
  async start(level: (loudness: number) => void): Promise<void> {
    this.hush();
    this.stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const recorder = new MediaRecorder(this.stream);
    this.recorder = recorder;
    recorder.start();
    await this.context.resume();
    const analyser = new AnalyserNode(this.context, { fftSize: 1024 });
    this.context.createMediaStreamSource(this.stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const measure = (): void => {
      if (recorder.state !== "recording") return;
      analyser.getFloatTimeDomainData(samples);
      level(samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0));
      requestAnimationFrame(measure);
    };
    measure();
  }

  /** Stop, let go of the microphone, and give what was recorded. */
  async stop(): Promise<Take> {
    const recorder = this.recorder!;
    const parts: Blob[] = [];
    const ended = new Promise((resolve) => {
      recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
      recorder.addEventListener("stop", resolve);
    });
    recorder.stop();
    await ended;
    this.letGo();
    const file = await new Blob(parts).arrayBuffer();
    const sound = await this.context.decodeAudioData(file);
    return { samples: sound.getChannelData(0), rate: sound.sampleRate };
  }

  /** Play a take; resolves at its end. */
  play({ samples, rate }: Take): Promise<void> {
    this.hush();
    const buffer = this.context.createBuffer(1, samples.length, rate);
    buffer.getChannelData(0).set(samples);
    const source = new AudioBufferSourceNode(this.context, { buffer });
    source.connect(this.context.destination);
    source.start();
    this.playing = source;
    return new Promise((resolve) => source.addEventListener("ended", () => resolve()));
  }

  hush(): void {
    this.playing?.stop();
    this.playing = null;
  }

  /** The microphone is nobody's any more. */
  private letGo(): void {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    this.recorder = null;
  }

  /** Another work is chosen: what is going on ends. */
  dispose(): void {
    this.hush();
    if (this.recorder?.state === "recording") this.recorder.stop();
    this.letGo();
    void this.context.close();
  }
}
